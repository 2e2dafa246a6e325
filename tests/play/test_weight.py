"""What a browser loads for the pages of a round, without the two fonts."""

import gzip
import re

import pytest

from tests.play.player import begin, reply_to
from tests.village import make_played_set

GZIP = {"Accept-Encoding": "gzip"}
COLD = 60_000
WARM = 15_000
FILES = re.compile(r'(?:href|src)="(/static/[^"#]+)')


class Scales:
    """Weighs what comes over the wire; a file is weighed once."""

    def __init__(self, browser):
        self.browser = browser
        self.bytes = 0
        self._seen = set()

    def page(self, path):
        """The bytes of a page alone; what it needs besides is weighed with them."""
        packed = self.browser.get(path, headers=GZIP)
        assert packed.status_code == 200
        self.bytes += len(packed.data)
        text = gzip.decompress(packed.data).decode()
        files = {each for each in FILES.findall(text) if "/fonts/" not in each}
        for names in re.findall(r'data-behaviour="([^"]+)"', text):
            files |= {f"/static/js/{name}.mjs" for name in names.split()}
        for each in files:
            self._file(each)
        return len(packed.data)

    def _file(self, path):
        name = path.partition("?")[0]
        if name in self._seen:
            return
        self._seen.add(name)
        response = self.browser.get(name, headers=GZIP)
        assert response.status_code == 200, path
        self.bytes += len(response.data)
        if name.endswith(".mjs"):
            text = self.browser.get(name).text
            for other in re.findall(r'from "\./([a-z-]+\.mjs)"', text):
                self._file(f"/static/js/{other}")


@pytest.fixture
def round_of_eight(app, session):
    made = make_played_set(session)
    session.commit()
    browser = app.test_client()
    browser.inspects = False  # it is given bytes
    return browser, begin(browser, made.id)


def test_a_page_of_a_round_weighs_little_the_first_time_and_less_then(round_of_eight):
    browser, address = round_of_eight
    start = address.rpartition("/")[0]
    scales = Scales(browser)
    for number in range(1, 21):
        to = browser.get(start).location
        if to.endswith("/result"):
            assert number > 4
            break
        assert scales.page(to) <= WARM
        browser.post(to, data=reply_to(browser.get(to).text))
        assert scales.page(to) <= WARM
    else:
        raise AssertionError("the round never ends")
    assert scales.page(to) <= WARM
    # All pages of a round with all that any of them needs, and not only the first.
    assert scales.bytes - 2 * number * WARM <= COLD


def test_the_first_page_of_a_round_is_light(round_of_eight):
    browser, address = round_of_eight
    scales = Scales(browser)
    scales.page(address)
    assert 1_000 < scales.bytes <= COLD
