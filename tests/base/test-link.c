// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-link.h"

typedef struct
{
  const char *text;
  const char *link;
} Case;

static void
test_allowed (void)
{
  static const char * const allowed[] = {
    "http://x.cn", "https://x.cn/a?b=c#d", "HTTPS://X.CN", "mailto:a@x.cn", "tel:+86138",
    "https://x.cn:8443/", "tel:10086;ext=1",
  };
  static const char * const refused[] = {
    NULL, "", " ", "x.cn", "file:///etc/passwd", "FILE:///etc/passwd", "javascript:alert(1)",
    "data:text/html,x", "ftp://x.cn", "smb://x/y", "ssh://x", "vnc://x", "admin:///etc", "sftp://x",
    "steam://run/1", "ms-word:ofe|u|x", "x-scheme:y", "tel", "tel:", "mailto:", "http:", "http://",
    "https:///etc/passwd", "http:/etc", "://x.cn", " https://x.cn", "\nhttps://x.cn", "h ttps://x.cn",
    "https//x.cn", "blob:https://x.cn/1", "view-source:https://x.cn", "about:blank", "resource:///a",
    "trash:///", "net-ssh:x", "webcal://x.cn", "magnet:?xt=1", "sms:10086", "geo:1,2", "callto:1",
    "https://x.cn/%zz",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (!clinch_link_is_allowed (allowed[i]))
      g_error ("“%s” is refused", allowed[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (clinch_link_is_allowed (refused[i]))
      g_error ("“%s” is allowed", refused[i]);
}

static void
check (const Case  *cases,
       gsize        n,
       char      *(*make) (const char *text))
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *link = make (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (link, ==, cases[i].link);
      g_assert_true (link == NULL || clinch_link_is_allowed (link));
    }
}

static void
test_phone (void)
{
  static const Case cases[] = {
    { "138 0000 1111", "tel:13800001111" },
    { "+86 (571) 8888-1111", "tel:+8657188881111" },
    { "0571-8888 转 12", "tel:05718888;ext=12" },
    { "0571-8888 ext. 12", "tel:05718888;ext=12" },
    { "0571-8888转", "tel:05718888" },
    { "１３８００００１１１１", "tel:13800001111" },
    { "＋８６１３８", "tel:+86138" },
    { "call me", NULL },
    { "", NULL },
    { NULL, NULL },
    { "138;sip:evil@x", "tel:138" },
    { "\xff", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), clinch_link_for_phone);
}

static void
test_mail (void)
{
  static const Case cases[] = {
    { "a+b@x.cn", "mailto:a+b@x.cn" },
    { " a@x.cn ", "mailto:a@x.cn" },
    { "a@x.cn?bcc=b@y.cn&body=x", "mailto:a@x.cn%3Fbcc%3Db@y.cn%26body%3Dx" },
    { "王敏@x.cn", "mailto:%E7%8E%8B%E6%95%8F@x.cn" },
    { "a", NULL },
    { "@x.cn", NULL },
    { "a@", NULL },
    { "a b@x.cn", NULL },
    { "a@x.cn\nbcc: b@y.cn", NULL },
    { NULL, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), clinch_link_for_mail);
}

static void
test_website (void)
{
  static const Case cases[] = {
    { "www.x.cn", "https://www.x.cn" },
    { "http://x.cn/a", "http://x.cn/a" },
    { "HTTP://X.cn", "HTTP://X.cn" },
    { "x.cn:8080", "https://x.cn:8080" },
    { "中文.中国", "https://中文.中国" },
    { "file:///etc/passwd", NULL },
    { "javascript:alert.x", NULL },
    { "ftp://x.cn", NULL },
    { "see our site", NULL },
    { "none", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), clinch_link_for_website);
}

static void
test_file (void)
{
  g_autofree char *home = g_build_filename (g_get_home_dir (), "案例/a.pdf", NULL);
  const Case cases[] = {
    { "/home/wang/案例 1.pdf", "/home/wang/案例 1.pdf" },
    { " /home/wang/a.pdf ", "/home/wang/a.pdf" },
    { "~/案例/a.pdf", home },
    { "file:///home/wang/a%20b.pdf", "/home/wang/a b.pdf" },
    { "FILE:///home/wang/a.pdf", "/home/wang/a.pdf" },
    { "file://localhost/home/wang/a.pdf", "/home/wang/a.pdf" },
    { "file://server/share/a.pdf", NULL },
    { "file:a.pdf", NULL },
    { "a.pdf", NULL },
    { "https://x.cn/a.pdf", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = clinch_link_for_file (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (path, ==, cases[i].link);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/allowed", test_allowed);
  g_test_add_func ("/link/phone", test_phone);
  g_test_add_func ("/link/mail", test_mail);
  g_test_add_func ("/link/website", test_website);
  g_test_add_func ("/link/file", test_file);

  return g_test_run ();
}
