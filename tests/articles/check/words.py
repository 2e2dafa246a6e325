"""The article that is checked, and what its pages say."""

import re

EN = {"Accept-Language": "en"}
TEXT = (
    "Talheim streitet über die Brücke. „Der Riss in der Mauer geht tief“, sagte "
    "Bürgermeisterin Vera Lenk. Kapitänin Ida Krull und Förster Kai Moos waren da. "
    "Sie sagte, das Eis auf dem See sei zu dünn.\n\n"
    "Moos wollte am Abend noch in den Wald. Die Stege am Ufer seien "
    "repariert, hieß es. „Leider spät“, sagte Krull. Krull sagte bei Maibrunner, die "
    "Fähre am Nordufer sei alt und rostig.\n\n"
    "Die Sprecherin sagte der Nordpost, der Tunnel koste zu viel."
)


def hidden_in(page):
    """What the hidden fields of the question's form hold."""
    form = page.partition('class="check__form"')[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def question_on(page):
    found = re.search(r'data-testid="check-question">(.*?)</h2>', page.text, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip()


def words_of(claim):
    return " ".join(span.of(TEXT) for span in claim.content)


def query_for(waiting, words):
    claim = next(each for each in waiting() if words in words_of(each))
    return f"?at={claim.content[0].begin}"
