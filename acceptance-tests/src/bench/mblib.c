/* SPDX-License-Identifier: Apache-2.0 */
/* mblib: libmodbus peer, its own documented many-connection select() loop.
 * apt: libmodbus-dev; cc -O2 -o mblib mblib.c $(pkg-config --cflags --libs libmodbus); usage: mblib PORT SECONDS */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <modbus.h>
int main(int ac,char**av){modbus_t*ctx=modbus_new_tcp("127.0.0.1",atoi(av[1]));time_t end=time(0)+(ac>2?atoi(av[2]):300);
 modbus_mapping_t*m=modbus_mapping_new(0,0,10000,10000);for(int i=0;i<10000;i++)m->tab_registers[i]=i;
 int s=modbus_tcp_listen(ctx,64);if(s<0){perror("listen");return 1;}fd_set ref,rd;FD_ZERO(&ref);FD_SET(s,&ref);int mx=s;uint8_t q[MODBUS_TCP_MAX_ADU_LENGTH];
 while(time(0)<end){rd=ref;struct timeval tv={0,500000};if(select(mx+1,&rd,0,0,&tv)<0)break;for(int f=0;f<=mx;f++){if(!FD_ISSET(f,&rd))continue;
  if(f==s){int c=accept(s,0,0),one=1;setsockopt(c,IPPROTO_TCP,TCP_NODELAY,&one,sizeof one);FD_SET(c,&ref);if(c>mx)mx=c;}
  else{modbus_set_socket(ctx,f);int rc=modbus_receive(ctx,q);if(rc>0)modbus_reply(ctx,q,rc,m);else if(rc==-1){close(f);FD_CLR(f,&ref);if(f==mx)mx--;}}}}
 return 0;}
