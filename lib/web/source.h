/* source: where a call may come from: a list of addresses and networks, "203.0.113.0/24, 2001:db8::/32, 198.51.100.7". */
#ifndef GS_WEB_SOURCE_H
#define GS_WEB_SOURCE_H

#include <stdbool.h>

/* False if a piece of the list is no address and no network (bits behind a network's length must be 0). An empty list is whole. */
bool source_list_is_whole(const char *list);
/* True if the address lies in one of them; never in an empty list. An IPv4 address written as an IPv6 one (::ffff:…) is the IPv4 address. */
bool source_is_listed(const char *list, const char *address);

#endif
