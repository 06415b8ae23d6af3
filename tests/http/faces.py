"""faces: language and size that a reader chose, remembered at the front door; one of the checks of front.py."""
import http.client


def ask(h, path, **head):
    link = http.client.HTTPConnection("127.0.0.1", h.port, timeout=20)
    try:
        link.request("GET", path, None, {"Host": "public.localhost:%d" % h.port, **head})
        got = link.getresponse()
        return got.status, got.headers, got.read()
    finally:
        link.close()


def what_a_reader_chose_is_remembered(h):
    origin = "http://public.localhost:%d" % h.port
    # Who never chose has no cookie, wherever he comes from.
    for head in ({}, {"Referer": origin + "/"}, {"Referer": "http://elsewhere.example/"}):
        assert ask(h, "/about", **head)[1]["Set-Cookie"] is None
    for face, word in (("/en", "en"), ("/large", "large"), ("/en/large", "en-large")):
        # A link of somebody else's is followed and not remembered; a choice on the own pages is.
        assert ask(h, face + "/about", Referer="http://elsewhere.example/")[1]["Set-Cookie"] is None
        status, head, text = ask(h, face + "/about", Referer=origin + "/about")
        assert status == 200 and head["Set-Cookie"].startswith("gs_face=%s; Max-Age=31536000" % word), head["Set-Cookie"]
        # He comes back from elsewhere to any address without a face, its query too; never to one with a face of its own.
        for path, to in (("/", face), ("/about?x=1", face + "/about?x=1")):
            status, head, _ = ask(h, path, Cookie="gs_face=" + word)
            assert (status, head["Location"]) == (302, to)
        assert ask(h, "/en/about", Cookie="gs_face=large")[0] == 200
        # The copy in front of everybody is not his: the next reader gets the plain page.
        assert ask(h, "/about")[0] == 200 and ask(h, "/about")[2] != text
        # Going back on the own pages forgets it.
        status, head, _ = ask(h, "/about", Cookie="gs_face=" + word, Referer=origin + face + "/about")
        assert status == 200 and head["Set-Cookie"].startswith("gs_face=; Max-Age=0"), head["Set-Cookie"]
        assert ask(h, face + "/about", Cookie="gs_face=" + word, Referer=origin + "/about")[1]["Set-Cookie"] is None
    # No word but the three, and nothing of another's making, leads anywhere.
    for word in ("x", "//evil.example", "/en", "enlarge"):
        assert ask(h, "/about", Cookie="gs_face=" + word)[0] == 200, word
    assert ask(h, "/about", Cookie="gs_face=en", **{"Sec-Fetch-Site": "same-origin"})[0] == 200
