# SPDX-License-Identifier: Apache-2.0
# Reads registers and coils with pymodbus 3: python3 read.py PORT ADDRESS COUNT
import json
import sys

from pymodbus.client import ModbusTcpClient

port, address, count = map(int, sys.argv[1:4])
client = ModbusTcpClient("127.0.0.1", port=port)
client.connect()
holding = client.read_holding_registers(address, count, slave=1)
refused = client.read_input_registers(96, 1, slave=1)
coils = client.read_coils(115, 24, slave=1)
print(json.dumps({
    "holding": holding.registers,
    "refused": refused.exception_code,
    "coils": [int(bit) for bit in coils.bits[:24]],
}))
client.close()
