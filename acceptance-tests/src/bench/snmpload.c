/* SPDX-License-Identifier: Apache-2.0 */
/* snmpload: SNMPv2c GETBULK table walker with several walks in flight (no dependencies).
 * cc -O2 -o snmpload snmpload.c
 * usage: snmpload HOST PORT ENTRY_OID FIRSTCOL NCOLS MAXREP INFLIGHT SECONDS [COMMUNITY=public]
 * Each in-flight walk asks NCOLS columns x MAXREP rows a request, from the last full row on, until the first
 * column ends, then starts again. Lost answers are asked again after 1 s. env SPID: server CPU per row.
 * prints one line: figure is rows/s (a row = NCOLS values). */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <unistd.h>
#include <time.h>
#include <poll.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>
typedef uint8_t u8;
typedef struct{u8 b[128];int n;}Oid;
typedef struct{Oid o[64];uint32_t rid;uint64_t t;int rows;uint64_t tw;}W;
static uint64_t now(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1000000000ull+t.tv_nsec;}
static double srvcpu(void){char*p=getenv("SPID");if(!p)return -1;char f[64];snprintf(f,64,"/proc/%s/stat",p);FILE*h=fopen(f,"r");if(!h)return -1;char b[1024];size_t n=fread(b,1,1023,h);b[n]=0;fclose(h);char*q=strrchr(b,')');if(!q)return -1;unsigned long u,s;sscanf(q+2,"%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",&u,&s);return (double)(u+s)/sysconf(_SC_CLK_TCK);}
static int cmp(const void*a,const void*b){uint32_t x=*(uint32_t*)a,y=*(uint32_t*)b;return x<y?-1:x>y;}
static void sub(Oid*o,uint32_t v){u8 t[5];int k=0;do{t[k++]=v&127;v>>=7;}while(v);while(k--)o->b[o->n++]=t[k]|(k?128:0);}
static Oid parse(const char*s,int col){Oid o={.n=0};unsigned v[64];int k=0;if(*s=='.')s++;while(*s){v[k++]=strtoul(s,(char**)&s,10);if(*s=='.')s++;}o.b[o.n++]=v[0]*40+v[1];for(int i=2;i<k;i++)sub(&o,v[i]);sub(&o,col);return o;}
/* build backwards into buffer end */
static u8*hd(u8*p,u8*e0,int tag){int n=e0-p;if(n<128)*--p=n;else if(n<256){*--p=n;*--p=0x81;}else{*--p=n;*--p=n>>8;*--p=0x82;}*--p=tag;return p;}
static u8*in32(u8*p,uint32_t v){for(int i=0;i<4;i++){*--p=v;v>>=8;}*--p=4;*--p=2;return p;}
static const char*comm="public";static int NC,MR;
static int mk(u8*buf,int cap,W*w,u8**start){u8*e=buf+cap,*p=e;for(int i=NC-1;i>=0;i--){u8*ve=p;*--p=0;*--p=5;p-=w->o[i].n;memcpy(p,w->o[i].b,w->o[i].n);*--p=w->o[i].n;*--p=6;p=hd(p,ve,0x30);}
 p=hd(p,e,0x30);p=in32(p,MR);p=in32(p,0);p=in32(p,w->rid);p=hd(p,e,0xA5);int l=strlen(comm);p-=l;memcpy(p,comm,l);*--p=l;*--p=4;*--p=1;*--p=1;*--p=2;p=hd(p,e,0x30);*start=p;return e-p;}
static int tl(u8**p,u8*e,int*tag){if(*p+2>e)return -1;*tag=*(*p)++;int n=*(*p)++;if(n&128){int k=n&127;n=0;while(k--&&*p<e)n=n<<8|*(*p)++;}if(*p+n>e)return -1;return n;}
static int64_t gi(u8**p,u8*e){int t,n=tl(p,e,&t);if(n<0)return -1;int64_t v=0;for(int i=0;i<n;i++)v=v<<8|(*p)[i];*p+=n;return v;}
int main(int ac,char**av){if(ac<9){fprintf(stderr,"snmpload HOST PORT ENTRY_OID FIRSTCOL NCOLS MAXREP INFLIGHT SECONDS [COMMUNITY]\n");return 1;}
 int fc=atoi(av[4]);NC=atoi(av[5]);MR=atoi(av[6]);int nw=atoi(av[7]);double secs=atof(av[8]);if(secs>120)secs=120;if(ac>9)comm=av[9];if(NC>64)NC=64;
 struct sockaddr_in sa={.sin_family=AF_INET,.sin_port=htons(atoi(av[2]))};inet_pton(AF_INET,av[1],&sa.sin_addr);if((ntohl(sa.sin_addr.s_addr)>>24)!=127){fprintf(stderr,"loopback only\n");return 1;}
 int fd=socket(AF_INET,SOCK_DGRAM,0);int sz=1<<22;setsockopt(fd,SOL_SOCKET,SO_RCVBUF,&sz,sizeof sz);if(connect(fd,(void*)&sa,sizeof sa)){perror("connect");return 2;}
 Oid base[64];for(int i=0;i<NC;i++)base[i]=parse(av[3],fc+i);W*ws=calloc(nw,sizeof(W));uint32_t seq=1;u8 out[8192],in[65536],*s;
 for(int i=0;i<nw;i++){memcpy(ws[i].o,base,sizeof base);ws[i].rid=(seq++&0xffff)<<8|i|0x1000000;ws[i].t=ws[i].tw=now();int n=mk(out,sizeof out,&ws[i],&s);send(fd,s,n,0);}
 uint64_t t0=now(),warm=t0+secs*0.25e9,end=warm+secs*1e9,tw=0,rows=0,resp=0,bytes=0,most=0,lost=0,bad=0,walks=0,wrows=0;double c0=-1;size_t cap=1<<21,nl=0;uint32_t*lat=malloc(cap*4);
 for(;;){uint64_t t=now();if(t>end)break;struct pollfd pf={fd,POLLIN,0};if(poll(&pf,1,100)==0){t=now();for(int i=0;i<nw;i++)if(t-ws[i].t>1000000000ull){lost++;ws[i].t=t;int n=mk(out,sizeof out,&ws[i],&s);send(fd,s,n,0);}continue;}
  int n=recv(fd,in,sizeof in,0);if(n<=0)continue;u8*p=in,*e=in+n;int tag;tl(&p,e,&tag);gi(&p,e);int k=tl(&p,e,&tag);p+=k;k=tl(&p,e,&tag);if(tag!=0xA2){bad++;continue;}uint32_t rid=gi(&p,e);int64_t es=gi(&p,e);gi(&p,e);int wi=rid&255;if(wi>=nw||ws[wi].rid!=rid)continue;W*w=&ws[wi];
  if(es){bad++;if(bad>20){fprintf(stderr,"error-status %ld\n",(long)es);return 3;}}
  k=tl(&p,e,&tag);int c=0,r=0,done=0;static Oid row[64];
  while(p<e){int vl=tl(&p,e,&tag);if(vl<0)break;u8*ve=p+vl;int on=tl(&p,ve,&tag);if(on<0||on>126)break;row[c].n=on;memcpy(row[c].b,p,on);p+=on;int vt=*p;
   if(c==0&&(vt==0x82||on<=base[0].n||memcmp(row[0].b,base[0].b,base[0].n))){done=1;break;}
   p=ve;if(++c==NC){c=0;r++;memcpy(w->o,row,sizeof(Oid)*NC);}}
  t=now();if(r==0&&!done){bad++;if(bad>20){fprintf(stderr,"no full row in an answer\n");return 3;}}
  if(t>=warm){if(!tw){tw=t;c0=srvcpu();}rows+=r;resp++;bytes+=n;if(n>(int)most)most=n;if(nl<cap)lat[nl++]=t-w->t;}
  w->rows+=r;if(done){walks++;wrows=w->rows;w->rows=0;memcpy(w->o,base,sizeof base);}
  w->rid=(seq++&0xffff)<<8|wi|0x1000000;w->t=t;n=mk(out,sizeof out,w,&s);send(fd,s,n,0);}
 double el=(now()-tw)/1e9,c1=srvcpu();if(!nl){puts("0 rows/s");return 3;}qsort(lat,nl,4,cmp);
 printf("%.0f rows/s values/s=%.0f req/s=%.0f rows_per_answer=%.1f bytes_per_answer=%.0f most_bytes=%lu p50_us=%.0f p99_us=%.0f rows_in_walk=%lu lost=%lu bad=%lu srv_cpu_us_per_row=%.2f\n",rows/el,rows*NC/el,resp/el,(double)rows/resp,(double)bytes/resp,most,lat[nl/2]/1e3,lat[nl*99/100]/1e3,wrows,lost,bad,c0>=0?(c1-c0)*1e6/rows:-1.0);return bad?3:0;}
