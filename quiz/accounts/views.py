"""Sign in, register, sign out; who is signed in."""

from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_babel import gettext as _
from flask_login import LoginManager, current_user, login_user

from quiz.access import Action
from quiz.accounts import attempts, browser, passwords, registration, service
from quiz.accounts.forms import (
    FactorForm,
    NewPasswordForm,
    RegisterForm,
    SignInForm,
)
from quiz.accounts.models import User
from quiz.accounts.second_factor.service import is_on, is_right
from quiz.accounts.sentences import SENTENCES
from quiz.errors import QuizError
from quiz.web import errors, headers, security
from quiz.web.access import actor, allow, forget_actor, public
from quiz.web.addresses import safe_next
from quiz.web.clock import now
from quiz.web.limits import check_first, limiter, succeeded
from quiz.web.page import Page
from quiz.web.session import db, sessions_here

bp = Blueprint("accounts", __name__)


def init_app(app: Flask) -> None:
    """Let Flask-Login find who is signed in; say this room's errors in words."""
    manager = LoginManager()
    # Phones change their address; binding the cookie to it signs people out.
    manager.session_protection = None
    manager.init_app(app, add_context_processor=False)
    manager.user_loader(_user_of)
    errors.say(SENTENCES)


def _user_of(token: str) -> User | None:
    """Who that is; looked up beside the request's session, which is the view's."""
    try:
        sign_in = UUID(token)
    except ValueError:
        return None
    if browser.has_paused(now()):
        return None
    with sessions_here().reading() as reading:
        found = service.signed_in(reading, sign_in, now())
    if found is not None:
        browser.note_use(now())
    return found


@bp.get("/account/sign-in")
@public
def sign_in() -> Page:
    """The form; who is signed in already goes on at once."""
    if actor().is_signed_in:
        return redirect(_onward(), code=303)
    form = SignInForm(formdata=None, next=request.args.get("next"))
    return render_template("accounts/sign_in.html", form=form)


@bp.post("/account/sign-in")
@public
@check_first(attempts.SIGN_IN)
def do_sign_in() -> Page:
    """Sign in and go on; or the form again with what is wrong."""
    form = SignInForm()
    if form.validate_on_submit():
        user = _whose(form.name.data, form.password.data)
        if user is not None:
            return _go_in(user)
        form.form_errors.append(str(SENTENCES["wrong_sign_in"]))
        security.note("sign_in_failed")
    return render_template("accounts/sign_in.html", form=form), 400


@bp.get("/account/second-factor")
@public
def prove() -> Page:
    """A field for the code, where the password was right."""
    if not browser.is_proving_since(now()):
        return redirect(url_for("accounts.sign_in"), code=303)
    return render_template("accounts/prove.html", form=FactorForm(formdata=None))


@bp.post("/account/second-factor")
@public
@check_first(attempts.PROVE)
def do_prove() -> Page:
    """Signed in; or the field again."""
    form, who = FactorForm(), browser.proving()
    if who is None or not browser.is_proving_since(now()):
        return redirect(url_for("accounts.sign_in"), code=303)
    if form.validate_on_submit():
        if is_right(db(), who, form.code.data, now()):
            _enter(db().get_one(User, who), is_strong=True)
            return redirect(url_for("play.home"), code=303)
        form.code.errors = [str(SENTENCES["factor_code"])]
        security.note("second_factor_failed")
    return render_template("accounts/prove.html", form=form), 400


@bp.get("/account/register")
@public
def register() -> Page:
    """The form for a new account; who is signed in already goes on at once."""
    if actor().is_signed_in:
        return redirect(_onward(), code=303)
    asked = request.args
    form = RegisterForm(
        formdata=None, next=asked.get("next"), invitation=asked.get("invitation")
    )
    return render_template("accounts/register.html", form=form)


@bp.post("/account/register")
@public
@check_first(attempts.REGISTER)
@limiter.limit(attempts.MOST_ACCOUNTS, deduct_when=succeeded)
def do_register() -> Page:
    """The new account, signed in; or the form again with what is wrong."""
    form = RegisterForm()
    if form.validate_on_submit():
        try:
            user = _registered(form)
        except QuizError as error:
            form.point_out(error, errors.sentence(error))
            security.note("registration_refused")
        else:
            security.note("registered", user.id)
            _enter(user)
            return redirect(_onward("desk.show"), code=303)
    return render_template("accounts/register.html", form=form), 400


@bp.post("/account/sign-out")
@allow(Action.HAVE_ACCOUNT)
def sign_out() -> Page:
    """End this sign-in; the browser is a guest's again."""
    service.end_sign_in(db(), current_user.token)
    security.note("signed_out", actor().user_id)
    _begin_anew("language")
    forget_actor()
    flash(_("You are signed out."))
    return headers.forgotten(redirect(url_for("play.home"), code=303))


@bp.get("/account/reset/<uuid:reset_link>")
@public
def reset(reset_link: UUID) -> Page:
    """The form for a new password, for whoever has the link."""
    user = service.whose_reset(db(), reset_link, now())
    form = NewPasswordForm(formdata=None)
    return render_template("accounts/reset.html", form=form, user=user)


@bp.post("/account/reset/<uuid:reset_link>")
@public
@check_first(attempts.RESET)
def do_reset(reset_link: UUID) -> Page:
    """The new password; the link is used up, and every sign-in is over."""
    form, moment = NewPasswordForm(), now()
    with sessions_here().reading() as reading:
        user = service.whose_reset(reading, reset_link, moment)
    if form.validate_on_submit():
        try:
            service.set_password(db(), user.name, form.password.data)
        except QuizError as error:
            form.password.errors = [errors.sentence(error)]
            security.note("reset_refused")
        else:
            security.note("password_reset", user.id)
            flash(_("You can sign in with your new password."), "good")
            return redirect(url_for("accounts.sign_in"), code=303)
    return render_template("accounts/reset.html", form=form, user=user), 400


def _registered(form: RegisterForm) -> User:
    """The account of whoever may have one; what takes long comes before the writing."""
    invitation, moment = form.invitation.data or "", now()
    with sessions_here().reading() as reading:
        rule = current_app.config["REGISTRATION"]
        registration.check(reading, rule, invitation, moment)
    newcomer = service.Newcomer(
        form.name.data,
        form.password.data,
        email=form.email.data,
        is_let_in=current_app.config["IS_LOCAL"],
    )
    user = service.register(db(), newcomer, moment)
    registration.admit(db(), user, invitation, moment)
    return user


def _whose(name: str, password: str) -> User | None:
    """The account of that name and password.

    None for an unknown name as for a wrong password, after the same work; while it is
    done, no transaction is open that others would have to wait for.
    """
    with sessions_here().reading() as reading:
        user = service.with_name(reading, name)
    right = passwords.matches(user.password_hash if user else None, password)
    return user if right else None


def _go_in(user: User) -> Page:
    """Onward; or to the second factor first, where they have one."""
    with sessions_here().reading() as reading:
        needs_more = is_on(reading, user.id)
    if needs_more:
        browser.begin_proving(user.id, now())
        return redirect(url_for("accounts.prove"), code=303)
    _enter(user)
    return redirect(_onward(), code=303)


def _enter(user: User, *, is_strong: bool = False) -> None:
    """Sign them in with a new session that keeps only what a guest had played."""
    # At a seat of a class the rounds are the seat's, whoever signs in here.
    _begin_anew("language", *(() if "sits" in session else ("player",)))
    browser.know(user.name)
    if user.language:
        session["language"] = user.language
    security.note("signed_in", user.id)
    made = service.Made(now(), browser.device(), is_strong)
    login_user(service.begin_sign_in(db(), user, made))
    forget_actor()


def _begin_anew(*keys: str) -> None:
    """A new session with no more of the old one than these and what counts attempts."""
    kept = {key: session[key] for key in (*keys, *browser.KEPT) if key in session}
    session.clear()
    session.update(kept)
    session.permanent = True


def _onward(otherwise: str = "play.home") -> str:
    target = request.form.get("next") or request.args.get("next")
    return safe_next(target, otherwise=url_for(otherwise))
