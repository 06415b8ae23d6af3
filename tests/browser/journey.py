"""journey: what the journeys share: a house, people at their browsers, steps as TAP. A journey is a list of steps, each a sentence that
promises something and a function; after a broken step the rest cannot be walked and is told as failed."""
import os
import sys
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "support"))
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from browser import DESK, PHONE, Browser  # noqa: E402
from house import BUILD, House  # noqa: E402

PICTURES = os.path.join(BUILD, "tests", "browser", "pictures")


def person(name, size=PHONE, script=False, dark=False, cookies=True):
    return Browser(PICTURES, name, size, script, dark, cookies)


def sign_in(house, b, login):
    b.open(house.url("staff", "/sign-in"))
    b.fill("登录名", login)
    b.fill("密码", house.accounts[login][0])
    b.fill("动态验证码", house.code(login))
    b.press("登录")
    b.sees("我的工作")


def prove_again(house, b, login):
    """The door before grave acts, if it stands there."""
    if "请再次证明是您" in b.text():
        b.fill("密码", house.accounts[login][0])
        b.fill("动态验证码", house.code(login))
        b.press("继续")


def walk(people, steps):
    print("1..%d" % len(steps))
    broken = False
    for number, (sentence, act) in enumerate(steps, 1):
        if broken:
            print("not ok %d - %s # the step before broke" % (number, sentence))
            continue
        try:
            act()
            print("ok %d - %s" % (number, sentence), flush=True)
        except Exception:  # a journey may break in any way; the trace says how
            broken = True
            print("not ok %d - %s" % (number, sentence))
            print("\n".join("# " + line for line in traceback.format_exc().split("\n")[:30]), flush=True)
            for b in people:
                b.picture("where it ended")
                print("# %s stood at %s: %s" % (b.name, b.path(), b.text()[:500].replace("\n", " / ")), flush=True)
    return 1 if broken else 0
