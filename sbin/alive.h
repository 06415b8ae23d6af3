/* alive: tells the supervisor that a program is ready, lives or ends, by systemd's notification protocol (sd_notify(3)): one datagram to
 * the address in NOTIFY_SOCKET. Without a supervisor that asks, nothing happens. */
#ifndef GS_ALIVE_H
#define GS_ALIVE_H

/* "READY=1", "WATCHDOG=1", "STATUS=…", "STOPPING=1". Never waits, never fails. */
void alive_say(const char *words);

#endif
