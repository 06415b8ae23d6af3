"""browser: a person at headless Chromium, for the journeys: opens pages, fills in what carries a label, presses what carries a name,
and keeps pictures. It finds things as a person or a screen reader does, by their words, never by class or position; a page that cannot be
used so fails its journey. Script is off unless asked for. Needs Debian's chromium, chromium-driver and python3-selenium."""
import base64
import os
import re
import tempfile
import time

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

FLAGS = ("--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars").split()
PHONE, DESK = (375, 667), (1280, 900)


class Lost(AssertionError):
    """What a person looked for is not there."""


def quoted(text):
    """A text as an XPath literal."""
    return '"%s"' % text if '"' not in text else "concat(%s)" % ", '\"', ".join('"%s"' % p for p in text.split('"'))


class Browser:
    def __init__(self, pictures, name, size=PHONE, script=False, dark=False, cookies=True):
        self.pictures, self.name, self.count = pictures, name, 0
        os.makedirs(pictures, exist_ok=True)
        self.profile = tempfile.TemporaryDirectory(prefix="gs-browser-")
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in FLAGS + ["--user-data-dir=" + self.profile.name]:
            options.add_argument(flag)
        # As people have it: what they left comes back from memory where the page allows it.
        options.add_experimental_option("excludeSwitches", ["disable-back-forward-cache"])
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 1 if script else 2,
                                                  "profile.default_content_setting_values.cookies": 1 if cookies else 2})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_page_load_timeout(30)
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})
        if dark:
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.profile.cleanup()

    # ---- looking ----
    def open(self, url):
        self.driver.get(url)

    def path(self):
        return re.sub(r"^https?://[^/]*", "", self.driver.current_url)

    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    def title(self):
        return self.driver.title

    def source(self):
        return self.driver.page_source

    def sees(self, *words):
        """Ends the journey unless every word stands on the page."""
        text = re.sub(r"\s+", "", self.text())
        for word in words:
            if re.sub(r"\s+", "", word) not in text:
                raise Lost("%s: no “%s” on %s" % (self.name, word, self.path()))

    def misses(self, *words):
        text = re.sub(r"\s+", "", self.source())
        for word in words:
            if re.sub(r"\s+", "", word) in text:
                raise Lost("%s: “%s” must not stand on %s" % (self.name, word, self.path()))

    def find(self, pattern):
        """The first match of a pattern in the page's text."""
        match = re.search(pattern, self.text())
        if not match:
            raise Lost("%s: nothing like %s on %s" % (self.name, pattern, self.path()))
        return match.group(match.lastindex or 0)

    def picture(self, what):
        """The whole page, numbered in the order of the journey."""
        self.count += 1
        size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12000), "scale": 1}})
        with open(os.path.join(self.pictures, "%s-%02d %s.png" % (self.name, self.count, what)), "wb") as f:
            f.write(base64.b64decode(shot["data"]))

    def fits(self):
        """Nothing makes the page wider than the screen."""
        wide, screen = self.driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
        if wide > screen:
            raise Lost("%s: %s is %d wide on a screen of %d" % (self.name, self.path(), wide, screen))

    # ---- acting ----
    def field(self, label):
        """What a label names; a label may go on with a hint or a mark such as （选填）."""
        found = self.driver.find_elements(By.XPATH, "//label[starts-with(normalize-space(.), %s)]" % quoted(label))
        found = [x for x in found if x.is_displayed()]
        if not found:
            raise Lost("%s: nothing is labelled “%s” on %s" % (self.name, label, self.path()))
        try:
            return self.driver.find_element(By.ID, found[0].get_attribute("for"))
        except NoSuchElementException:
            raise Lost("%s: the label “%s” on %s names nothing" % (self.name, label, self.path())) from None

    def fill(self, label, value):
        field = self.field(label)
        if field.get_attribute("type") != "file":
            field.clear()
        field.send_keys(value)

    def choose(self, label):
        field = self.field(label)
        if field.tag_name == "option":
            field.click()
        elif not field.is_selected():
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", field)
            field.click()

    def named(self, words):
        """A button or link by its name, the shortest that begins with the words."""
        here = ("//button[starts-with(normalize-space(.), {0})] | //a[@href][starts-with(normalize-space(.), {0})] | "
                "//summary[starts-with(normalize-space(.), {0})] | //input[@type='submit'][starts-with(@value, {0})]").format(quoted(words))
        found = [x for x in self.driver.find_elements(By.XPATH, here) if x.is_displayed()]
        if not found:
            raise Lost("%s: nothing to press called “%s” on %s" % (self.name, words, self.path()))
        return min(found, key=lambda x: len(x.text))

    def press(self, words):
        """Presses and waits for the page that comes; what stays on its page (an unfolding, a link within it) is not waited for."""
        found = self.named(words)
        page = self.driver.find_element(By.TAG_NAME, "html")
        stays = found.tag_name == "summary" or (found.get_attribute("href") or "").split("#")[0] == self.driver.current_url.split("#")[0]
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
        found.click()
        if not stays:
            self.wait_gone(page)

    def press_until_taken(self, words, asked_to_wait):
        """Who comes sooner than the slower lane lets him through is told how long to wait, and presses once more."""
        self.press(words)
        wait = re.search(asked_to_wait, self.source())
        if wait:
            time.sleep(int(wait.group(1)))
            self.press(words)

    def wait_gone(self, page, seconds=20):
        until = time.time() + seconds
        while time.time() < until:
            try:
                page.is_enabled()
            except WebDriverException:  # "stale", or "does not belong to the document", as the driver likes
                return
            time.sleep(0.05)
        raise Lost("%s: no page came after %s" % (self.name, self.path()))

    def keys(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    def tab_to(self, words, limit=200):
        """By the Tab key alone to a link, button or field; ends the journey if it cannot be reached or shows no focus."""
        for _ in range(limit):
            self.driver.switch_to.active_element.send_keys(Keys.TAB)
            at = self.driver.switch_to.active_element
            name = at.text or self.label_of(at) or at.get_attribute("aria-label") or ""
            if re.sub(r"\s+", "", name).startswith(re.sub(r"\s+", "", words)):
                if at.value_of_css_property("outline-style") == "none":
                    raise Lost("%s: “%s” has no visible focus" % (self.name, words))
                return at
        raise Lost("%s: Tab never comes to “%s” on %s" % (self.name, words, self.path()))

    def label_of(self, element):
        ident = element.get_attribute("id")
        labels = self.driver.find_elements(By.XPATH, "//label[@for=%s]" % quoted(ident)) if ident else []
        return labels[0].text if labels else ""
