// SPDX-License-Identifier: Apache-2.0
// Reads holding and input registers with modbus-serial: node read.js FOLDER-OF-MODULES PORT ADDRESS COUNT
const [folder, port, address, count] = process.argv.slice(2);
const ModbusRTU = require(require("path").resolve(folder, "modbus-serial"));
const client = new ModbusRTU();
(async () => {
  await client.connectTCP("127.0.0.1", { port: Number(port) });
  client.setID(1);
  client.setTimeout(5000);
  const holding = await client.readHoldingRegisters(Number(address), Number(count));
  const input = await client.readInputRegisters(Number(address), Number(count));
  const identity = await client.readDeviceIdentification(1, 0);
  let refused = "nothing";
  try {
    await client.readHoldingRegisters(96, 1);
  } catch (failure) {
    refused = failure.modbusCode;
  }
  console.log(JSON.stringify({ holding: holding.data, input: input.data, identity: identity.data, refused }));
  client.close(() => {});
})().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
