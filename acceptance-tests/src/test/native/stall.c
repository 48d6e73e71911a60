/* SPDX-License-Identifier: Apache-2.0
 * A disk that hangs or is full, for one process: preloaded, it stands between the process and the C library. What it does
 * is read from the page of memory that the file named by STALL_CONTROL is mapped to:
 *   byte 0: 'h' whatever changes files below the folder waits, 'f' it fails with ENOSPC,
 *           't' the thread named from byte 1 on hangs, anything else: nothing happens
 *   from byte 1 on: what the paths begin with, absolute, or the name of the thread, ended by a zero
 *   byte 4000: an int that counts the calls that waited or failed, or the threads that hang
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define PAGE 4096
#define COUNT_AT 4000

static volatile char *control;

static void count(void) { __sync_fetch_and_add((int *)(control + COUNT_AT), 1); }

static void pause_a_moment(void) {
  struct timespec ms10 = {0, 10000000};
  nanosleep(&ms10, NULL);
}

static int below(const char *path) {
  const char *folder = (const char *)control + 1;
  return strncmp(path, folder, strlen(folder)) == 0;
}

/* Waits or fails as told, for a path; returns whether the call is to fail. */
static int obey(const char *path) {
  if (control == NULL || path == NULL || (control[0] != 'h' && control[0] != 'f') || !below(path)) return 0;
  count();
  while (control[0] == 'h' && below(path)) pause_a_moment();
  if (control[0] == 'f' && below(path)) {
    errno = ENOSPC;
    return 1;
  }
  return 0;
}

static int obey_fd(int fd) {
  if (control == NULL || (control[0] != 'h' && control[0] != 'f')) return 0;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return obey(path);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (real == NULL) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *from, size_t count) {
  REAL(ssize_t, write, int, const void *, size_t);
  return obey_fd(fd) ? -1 : real(fd, from, count);
}
ssize_t writev(int fd, const struct iovec *from, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  return obey_fd(fd) ? -1 : real(fd, from, count);
}
ssize_t pwrite(int fd, const void *from, size_t count, off_t at) {
  REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
  return obey_fd(fd) ? -1 : real(fd, from, count, at);
}
ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  return obey_fd(fd) ? -1 : real(fd, from, count, at);
}
int fsync(int fd) {
  REAL(int, fsync, int);
  return obey_fd(fd) ? -1 : real(fd);
}
int fdatasync(int fd) {
  REAL(int, fdatasync, int);
  return obey_fd(fd) ? -1 : real(fd);
}
int ftruncate(int fd, off_t length) {
  REAL(int, ftruncate, int, off_t);
  return obey_fd(fd) ? -1 : real(fd, length);
}
int ftruncate64(int fd, off64_t length) {
  REAL(int, ftruncate64, int, off64_t);
  return obey_fd(fd) ? -1 : real(fd, length);
}
int msync(void *from, size_t length, int flags) {
  REAL(int, msync, void *, size_t, int);
  return obey((const char *)control + 1) ? -1 : real(from, length, flags);
}
int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  return obey(to) ? -1 : real(from, to);
}
int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t);
  return obey(path) ? -1 : real(path, mode);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, name, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return (flags & O_CREAT) && obey(path) ? -1 : real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

/* Holds the thread that got the signal. */
static void hold(int signal) {
  (void)signal;
  int kept = errno;
  count();
  while (control[0] == 't') pause_a_moment();
  errno = kept;
}

/* Hangs the thread of that name once each time it is told to. */
static void *look(void *nothing) {
  (void)nothing;
  int told = 0;
  for (;;) {
    pause_a_moment();
    if (control[0] != 't') { told = 0; continue; }
    if (told) continue;
    DIR *tasks = opendir("/proc/self/task");
    for (struct dirent *task = tasks ? readdir(tasks) : NULL; task != NULL; task = readdir(tasks)) {
      char path[300], name[32] = "";
      snprintf(path, sizeof path, "/proc/self/task/%s/comm", task->d_name);
      FILE *file = fopen(path, "r");
      if (file == NULL) continue;
      if (fgets(name, sizeof name, file) != NULL) name[strcspn(name, "\n")] = 0;
      fclose(file);
      if (strcmp(name, (const char *)control + 1) == 0) {
        told = 1;
        syscall(SYS_tgkill, getpid(), atoi(task->d_name), SIGRTMIN + 5);
      }
    }
    if (tasks) closedir(tasks);
  }
  return NULL;
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("STALL_CONTROL");
  int fd = path == NULL ? -1 : open(path, O_RDWR);
  if (fd < 0) return;
  void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (page == MAP_FAILED) return;
  control = page;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = hold;
  action.sa_flags = SA_RESTART;
  sigaction(SIGRTMIN + 5, &action, NULL);
  pthread_t thread;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_create(&thread, NULL, look, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
