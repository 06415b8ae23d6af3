# The libraries, each with its own pair of variables, so that every room links only what it may know.
AC_DEFUN([GS_LIBRARIES], [
PKG_CHECK_MODULES([TALLOC], [talloc])
PKG_CHECK_MODULES([SODIUM], [libsodium >= 1.0.18])
PKG_CHECK_MODULES([UNISTRING], [libunistring], [], [
  AC_CHECK_LIB([unistring], [u8_normalize], [UNISTRING_LIBS=-lunistring; AC_SUBST([UNISTRING_LIBS])],
    [AC_MSG_ERROR([libunistring is needed])])])
PKG_CHECK_MODULES([INIH], [inih])
PKG_CHECK_MODULES([OATH], [liboath])
PKG_CHECK_MODULES([CRYPTO], [libcrypto])
PKG_CHECK_MODULES([FCGI], [fcgi])
PKG_CHECK_MODULES([MARIADB], [libmariadb])
PKG_CHECK_MODULES([CURL], [libcurl >= 7.88])
PKG_CHECK_MODULES([MAGIC], [libmagic])
PKG_CHECK_MODULES([ICU], [icu-i18n icu-uc])
PKG_CHECK_MODULES([QRENCODE], [libqrencode])
PKG_CHECK_MODULES([PAPER_CAIRO], [pangocairo pangofc cairo-pdf fontconfig harfbuzz-subset libwoff2enc])
PKG_CHECK_MODULES([JANSSON], [jansson])
PKG_CHECK_MODULES([LIBMD], [libmd])
PKG_CHECK_MODULES([XLSXWRITER], [xlsxwriter])
PKG_CHECK_MODULES([ZIP], [libzip])
PKG_CHECK_MODULES([SECCOMP], [libseccomp])
PKG_CHECK_MODULES([GMIME], [gmime-3.0])
PKG_CHECK_MODULES([CMOCKA], [cmocka], [have_cmocka=yes], [have_cmocka=no])
AM_CONDITIONAL([HAVE_CMOCKA], [test "$have_cmocka" = yes])
AC_CHECK_LIB([csv], [csv_init], [CSV_LIBS=-lcsv], [AC_MSG_ERROR([libcsv is needed])])
AC_SUBST([CSV_LIBS])
AC_CHECK_LIB([z], [deflate], [Z_LIBS=-lz], [AC_MSG_ERROR([zlib is needed])])
AC_SUBST([Z_LIBS])
# ClearSilver has no pkg-config file; its headers include each other from this folder.
CLEARSILVER_CFLAGS='-isystem /usr/include/ClearSilver'
AC_CHECK_LIB([neo_cs], [cs_render], [CLEARSILVER_LIBS='-lneo_cs -lneo_utl'],
  [AC_MSG_ERROR([ClearSilver (clearsilver-dev) is needed])], [-lneo_utl])
AC_SUBST([CLEARSILVER_CFLAGS])
AC_SUBST([CLEARSILVER_LIBS])
])

# Adds each flag that the compiler takes to the variable named first. One is tried beside those taken before it: some ask for another.
AC_DEFUN([GS_TRY_FLAGS], [
for gs_flag in $2; do
  gs_saved=$CFLAGS
  CFLAGS="$CFLAGS -Werror $$1 $gs_flag"
  AC_MSG_CHECKING([whether $CC takes $gs_flag])
  AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])], [AC_MSG_RESULT([yes]); $1="$[]$1 $gs_flag"], [AC_MSG_RESULT([no])])
  CFLAGS=$gs_saved
done
AC_SUBST([$1])
])

AC_DEFUN([GS_HARDENING], [
AC_ARG_ENABLE([werror], [AS_HELP_STRING([--enable-werror], [warnings stop the build])])
GS_TRY_FLAGS([WARN_CFLAGS], [-Wall -Wextra -Wshadow -Wvla -Wformat=2 -Werror=format-security -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wundef])
AS_IF([test "$enable_werror" = yes], [WARN_CFLAGS="$WARN_CFLAGS -Werror"])
GS_TRY_FLAGS([HARD_CFLAGS], [-fstack-protector-strong -fstack-clash-protection -fno-strict-aliasing -fno-delete-null-pointer-checks -fPIE])
AS_IF([test "$enable_asan$enable_ubsan" = ""], [
  HARD_CFLAGS="$HARD_CFLAGS -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3"
  AS_IF([$CC --version 2>/dev/null | grep -q clang],
    [GS_TRY_FLAGS([HARD_CFLAGS], [-ftrivial-auto-var-init=pattern])],
    [GS_TRY_FLAGS([HARD_CFLAGS], [-ftrivial-auto-var-init=zero -fzero-call-used-regs=used-gpr])
     HARD_CFLAGS="$HARD_CFLAGS -fsanitize=bounds,signed-integer-overflow,shift,integer-divide-by-zero -fsanitize-undefined-trap-on-error"])
])
HARD_LDFLAGS='-pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code,--as-needed'
AC_SUBST([HARD_LDFLAGS])
])

AC_DEFUN([GS_SANITIZERS], [
AC_ARG_ENABLE([asan], [AS_HELP_STRING([--enable-asan], [AddressSanitizer])])
AC_ARG_ENABLE([ubsan], [AS_HELP_STRING([--enable-ubsan], [UndefinedBehaviorSanitizer])])
SAN_CFLAGS=
AS_IF([test "$enable_asan" = yes], [SAN_CFLAGS="$SAN_CFLAGS -fsanitize=address -fno-omit-frame-pointer"])
AS_IF([test "$enable_ubsan" = yes], [SAN_CFLAGS="$SAN_CFLAGS -fsanitize=undefined -fno-sanitize-recover=all"])
AC_SUBST([SAN_CFLAGS])
])
