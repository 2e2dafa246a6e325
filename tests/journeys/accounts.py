"""The pages of an account, an administrator's, and those behind links, looked at."""

import re

import pyotp

A_LINK = re.compile(r"http://\S+/(?:together|reset)/[0-9a-f-]{36}")


def follow_the_link_of(page, button):
    """Make a link by that button, and open it as whoever is given it does."""
    with page.expect_navigation():
        page.locator(button).first.click()
    page.goto(A_LINK.search(page.content()).group(0))


def look_at_links(inspector, article, classroom):
    """What is behind the links by which somebody comes in."""
    page = inspector.page
    for there in (f"{article}/teachers", classroom):
        page.goto(there)
        follow_the_link_of(page, 'form[action$="/link"] button')
        inspector.look("a link that somebody passed on")


def look_at_account(inspector, name, password):
    """Password, sign-ins and the end of an account; then its second factor."""
    page = inspector.page
    inspector.look_at("/account", "/account/delete", "/account/factor")
    inspector.send('form[action$="/begin"]')
    inspector.look("second factor without a password")
    inspector.fill_in(old=password)
    inspector.send('form[action$="/begin"]')
    inspector.look("second factor set up")
    app = pyotp.TOTP(page.locator("p.code").inner_text())
    inspector.fill_in(code=app.now())
    inspector.send('form[action$="/on"]')
    inspector.look("second factor on")
    with page.expect_navigation():
        page.locator('form[action$="/sign-out"] button').click()
    page.goto("/account/sign-in")
    inspector.fill_in(name=name, password=password)
    inspector.send("main form")
    inspector.look("second factor asked for")


def look_at_staff(inspector):
    """The accounts of a server, and the page behind a link for a new password."""
    page = inspector.page
    inspector.look_at("/staff")
    follow_the_link_of(page, 'form[action$="/reset"] button')
    inspector.look("a new password by a link")
