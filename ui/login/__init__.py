"""Who comes in, where somebody has to sign in (`STEPWISE_LOGIN`).

    person      a person: a name, a role, and the owner of what they keep
    ways        how one is known: a password, a proxy's header, Hugging Face (`provider`); `login_of` reads the settings
    session     what the cookie of somebody who signed in says, signed
    gate        lets nobody else through; which pages and doors are for whom
    proxies     which other end of a connection is believed what it says of others
    page, routes    the page to sign in at, signing out, and who one is

The teacher's password and its pages (`ui.classroom`, `ui.collect`) stay as they are; a person who is a teacher needs no password there.
"""

from ui.login.person import Person, person_of
from ui.login.ways import Login, login_of

__all__ = ["Login", "Person", "login_of", "person_of"]
