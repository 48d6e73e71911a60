/* SPDX-License-Identifier: Apache-2.0 */
/* mbload: MODBUS/TCP closed-loop load generator (function 3, no dependencies).
 * cc -O2 -o mbload mbload.c
 * usage: mbload HOST PORT CONNS SECONDS [COUNT=125] [DEPTH=1] [UNIT=1] [ADDR=0]
 * DEPTH: requests in flight per connection (1 = plain request/response).
 * Every answer is checked: transaction id, unit, function, byte count.
 * env SPID=pid of the server: also prints the server CPU per request (the noise-proof figure).
 * prints one line: figure is req/s. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <unistd.h>
#include <errno.h>
#include <time.h>
#include <sys/socket.h>
#include <sys/epoll.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <arpa/inet.h>
#define MAXD 64
typedef struct { int fd; uint16_t sent, got; uint64_t t[MAXD]; uint8_t b[1<<16]; int n; } C;
static uint64_t now(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1000000000ull+t.tv_nsec;}
/* CPU ticks (user+system, all threads) of the server, from env SPID */
static double srvcpu(void){char*p=getenv("SPID");if(!p)return -1;char f[64];snprintf(f,64,"/proc/%s/stat",p);FILE*h=fopen(f,"r");if(!h)return -1;char b[1024];size_t n=fread(b,1,1023,h);b[n]=0;fclose(h);char*q=strrchr(b,')');if(!q)return -1;unsigned long u,s;sscanf(q+2,"%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",&u,&s);return (double)(u+s)/sysconf(_SC_CLK_TCK);}
static int cmp(const void*a,const void*b){uint32_t x=*(uint32_t*)a,y=*(uint32_t*)b;return x<y?-1:x>y;}
static int count=125,depth=1,unit=1,addr=0;
static void req(C*c){uint8_t q[12];uint16_t id=c->sent;q[0]=id>>8;q[1]=id;q[2]=q[3]=q[4]=0;q[5]=6;q[6]=unit;q[7]=3;q[8]=addr>>8;q[9]=addr;q[10]=count>>8;q[11]=count;
 c->t[id%MAXD]=now();c->sent++;if(write(c->fd,q,12)!=12){perror("write");exit(2);}}
int main(int ac,char**av){ if(ac<5){fprintf(stderr,"mbload HOST PORT CONNS SECONDS [COUNT] [DEPTH] [UNIT] [ADDR]\n");return 1;}
 int nc=atoi(av[3]);double secs=atof(av[4]);if(secs>120)secs=120;if(ac>5)count=atoi(av[5]);if(ac>6)depth=atoi(av[6]);if(ac>7)unit=atoi(av[7]);if(ac>8)addr=atoi(av[8]);if(depth>MAXD)depth=MAXD;
 struct sockaddr_in sa={.sin_family=AF_INET,.sin_port=htons(atoi(av[2]))};inet_pton(AF_INET,av[1],&sa.sin_addr);
 if((ntohl(sa.sin_addr.s_addr)>>24)!=127){fprintf(stderr,"loopback only\n");return 1;}
 C*cs=calloc(nc,sizeof(C));int ep=epoll_create1(0);
 for(int i=0;i<nc;i++){C*c=&cs[i];c->fd=socket(AF_INET,SOCK_STREAM,0);int one=1;if(connect(c->fd,(void*)&sa,sizeof sa)){perror("connect");return 2;}setsockopt(c->fd,IPPROTO_TCP,TCP_NODELAY,&one,sizeof one);
  struct epoll_event e={.events=EPOLLIN,.data.ptr=c};epoll_ctl(ep,EPOLL_CTL_ADD,c->fd,&e);}
 size_t cap=1<<22,nl=0;uint32_t*lat=malloc(cap*4);uint64_t bad=0,all=0;uint64_t t0=now(),warm=t0+(uint64_t)(secs*0.2e9),end=warm+(uint64_t)(secs*1e9);
 for(int i=0;i<nc;i++)for(int d=0;d<depth;d++)req(&cs[i]);
 struct epoll_event ev[64];uint64_t tw=0;double c0=-1;
 for(;;){uint64_t t=now();if(t>end)break;int n=epoll_wait(ep,ev,64,200);
  for(int k=0;k<n;k++){C*c=ev[k].data.ptr;int r=read(c->fd,c->b+c->n,sizeof c->b-c->n);if(r<=0){fprintf(stderr,"closed by server\n");return 2;}c->n+=r;int o=0;uint64_t t2=now();
   while(c->n-o>=6){int len=c->b[o+4]<<8|c->b[o+5];if(c->n-o<6+len)break;uint8_t*p=c->b+o;uint16_t id=p[0]<<8|p[1];
    if(p[6]!=unit||p[7]!=3||p[8]!=count*2||id!=c->got)bad++;
    c->got++;
    if(t2>=warm){if(!tw){tw=t2;c0=srvcpu();}all++;if(nl<cap)lat[nl++]=(uint32_t)(t2-c->t[id%MAXD]);else lat[all%cap]=(uint32_t)(t2-c->t[id%MAXD]);}
    o+=6+len;req(c);}
   memmove(c->b,c->b+o,c->n-o);c->n-=o;}
  }
 double el=(now()-tw)/1e9,c1=srvcpu();if(!nl){puts("0 req/s");return 3;}qsort(lat,nl,4,cmp);
 printf("%.0f req/s conns=%d depth=%d regs=%d p50_us=%.1f p99_us=%.1f p999_us=%.1f max_us=%.0f errors=%lu n=%lu srv_cpu_us_per_req=%.2f\n",all/el,nc,depth,count,lat[nl/2]/1e3,lat[nl*99/100]/1e3,lat[nl*999/1000]/1e3,lat[nl-1]/1e3,bad,all,c0>=0?(c1-c0)*1e6/all:-1.0);return bad?3:0;}
