/* SPDX-License-Identifier: Apache-2.0 */
/* snmptab: net-snmp library agent, 600 x 12 table kept in a sorted array (table_container helper): the fast net-snmp way.
 * apt: libsnmp-dev snmpd; cc -O2 -o snmptab snmptab.c $(net-snmp-config --agent-libs); usage: snmptab PORT SECONDS (entry OID 1.3.6.1.4.1.99999.1.1.1, columns 2..13) */
#include <net-snmp/net-snmp-config.h>
#include <net-snmp/net-snmp-includes.h>
#include <net-snmp/agent/net-snmp-agent-includes.h>
#include <time.h>
typedef struct{netsnmp_index idx;oid ix;long v[12];}Row;
static int h(netsnmp_mib_handler*hd,netsnmp_handler_registration*r,netsnmp_agent_request_info*ai,netsnmp_request_info*rq){
 for(;rq;rq=rq->next){if(rq->processed)continue;Row*row=(Row*)netsnmp_container_table_row_extract(rq);netsnmp_table_request_info*ti=netsnmp_extract_table_info(rq);
  if(!row||!ti){netsnmp_set_request_error(ai,rq,SNMP_NOSUCHINSTANCE);continue;}long v=row->v[ti->colnum-2];snmp_set_var_typed_value(rq->requestvb,ASN_INTEGER,(u_char*)&v,sizeof v);}
 return SNMP_ERR_NOERROR;}
int main(int ac,char**av){char ad[64];snprintf(ad,64,"udp:127.0.0.1:%s",av[1]);time_t end=time(0)+atoi(av[2]);oid to[]={1,3,6,1,4,1,99999,1,1};
 netsnmp_ds_set_boolean(NETSNMP_DS_APPLICATION_ID,NETSNMP_DS_AGENT_ROLE,0);netsnmp_ds_set_string(NETSNMP_DS_APPLICATION_ID,NETSNMP_DS_AGENT_PORTS,ad);
 snmp_disable_stderrlog();netsnmp_ds_set_boolean(NETSNMP_DS_APPLICATION_ID,NETSNMP_DS_AGENT_DONT_LOG_TCPWRAPPERS_CONNECTS,1);init_agent("snmptab");
 netsnmp_handler_registration*reg=netsnmp_create_handler_registration("bat",h,to,OID_LENGTH(to),HANDLER_CAN_RONLY);
 netsnmp_table_registration_info*ti=SNMP_MALLOC_TYPEDEF(netsnmp_table_registration_info);netsnmp_table_helper_add_indexes(ti,ASN_INTEGER,0);ti->min_column=2;ti->max_column=13;
 netsnmp_container*c=netsnmp_container_find("bat:table_container");
 for(int i=0;i<600;i++){Row*r=calloc(1,sizeof(Row));r->ix=i+1;r->idx.len=1;r->idx.oids=&r->ix;for(int k=0;k<12;k++)r->v[k]=13500+i+k*7;CONTAINER_INSERT(c,r);}
 netsnmp_container_table_register(reg,ti,c,TABLE_CONTAINER_KEY_NETSNMP_INDEX);
 init_snmp("snmptab");init_master_agent();while(time(0)<end)agent_check_and_process(1);return 0;}
