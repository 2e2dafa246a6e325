"""Every view says who may use it, and strangers get no further."""

import pytest

from quiz.access import Role
from tests.promises.routes import UNSAFE, is_public, kinds, path, rules, says


@pytest.fixture
def empty_app(new_app, tmp_path):
    return new_app(f"sqlite:///{tmp_path}/empty.sqlite")


def test_every_view_says_whom_it_allows(empty_app):
    silent = [
        says(rule)
        for rule in rules(empty_app)
        if not getattr(empty_app.view_functions[rule.endpoint], "allows", None)
    ]
    assert not silent, f"put @public or @allow(Role…) under the route of {silent}"


def test_a_view_that_says_nothing_lets_nobody_in(empty_app):
    empty_app.add_url_rule("/forgotten", view_func=lambda: {"secret": 1})
    assert empty_app.test_client().get("/forgotten").status_code == 403


def test_views_name_roles_and_nothing_else(empty_app):
    for rule in rules(empty_app):
        assert empty_app.view_functions[rule.endpoint].allows <= set(Role), says(rule)


def test_who_is_not_signed_in_is_sent_to_sign_in_by_all_that_is_not_public(app, client):
    private = [rule for rule in rules(app) if not is_public(app, rule)]
    assert private
    for rule in private:
        for method in sorted(rule.methods - {"OPTIONS"}):
            response = client.open(path(app, rule), method=method)
            assert response.status_code == 303, says(rule)
            assert response.location.startswith("/account/sign-in"), says(rule)


# Teachers are told that it is not theirs before anything is looked for.
OF_ADMINISTRATORS = frozenset({"staff.let_in", "staff.reset"})


@pytest.mark.slow
def test_what_does_not_exist_is_not_found_by_anybody(app, client, teacher):
    for rule in rules(app):
        if not rule.arguments:
            continue
        for method in sorted(rule.methods - {"OPTIONS", "HEAD"}):
            asked = (teacher, client) if is_public(app, rule) else (teacher,)
            if rule.endpoint in OF_ADMINISTRATORS:
                continue
            for browser in asked:
                response = browser.open(path(app, rule), method=method)
                assert response.status_code == 404, f"{method} {says(rule)}"


def test_numbers_beyond_all_measure_are_not_found_either(app, client, teacher):
    for rule in rules(app):
        for number in (0, 2**31, 2**63, 10**30):
            if "IntegerConverter" in kinds(rule):
                for method in sorted(rule.methods - {"OPTIONS", "HEAD"}):
                    address = path(app, rule, number)
                    response = teacher.open(address, method=method)
                    assert response.status_code == 404, f"{method} {address}"


@pytest.mark.slow
@pytest.mark.parametrize("value", ["0", "-1", "x", "99999999999999999999", "", "\0"])
def test_a_page_number_may_be_nonsense(app, teacher, value):
    for rule in rules(app):
        if "GET" in rule.methods and not rule.arguments:
            response = teacher.get(path(app, rule), query_string={"page": value})
            assert response.status_code < 500, f"{rule.rule}?page={value}"


def test_every_parameter_in_an_address_has_a_converter(empty_app):
    loose = [
        says(rule)
        for rule in rules(empty_app)
        for converter in rule._converters.values()
        if type(converter).__name__ == "UnicodeConverter"
    ]
    assert not loose, f"say <uuid:…> or <int:…> in {loose}"


def test_reading_and_writing_have_views_of_their_own(empty_app):
    both = [
        says(rule)
        for rule in rules(empty_app)
        if rule.methods & UNSAFE and "GET" in rule.methods
    ]
    assert not both
