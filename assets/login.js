// Who is signed in, at the foot of the sidebar, and the way out or in again. Only where the server has people sign in.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  if (!window.StepwiseData.login) return;

  let line;
  let known = true;

  /** What the server says: a person, null for nobody, undefined where it is away. */
  async function me() {
    try {
      const answer = await fetch("sign-in/me");
      return answer.ok ? await answer.json() : answer.status === 401 ? null : undefined;
    } catch {
      return undefined; // the sidebar says so
    }
  }

  function show(found) {
    line.replaceChildren();
    const name = document.createElement("span");
    name.dir = "auto";
    name.title = found.name;
    if (found.name) name.textContent = found.name;
    else name.dataset.i18n = found.teacher ? "login.as-teacher" : "login.as-student"; // a password says no name
    line.append(name);
    if (found.out) line.insertAdjacentHTML("beforeend", '<form method="post" action="sign-out"><button class="quiet" data-i18n="login.sign-out"></button></form>');
    Stepwise.localize(line);
  }

  /** A session ends after some hours, or in another tab. What is typed stays on the page until the reader goes. */
  async function look() {
    const found = await me();
    if (found === undefined) return;
    if (found) {
      if (!known || !line.firstChild) show(found);
    } else if (known) {
      line.innerHTML = '<span data-i18n="login.ended"></span><a class="quiet" href="sign-in" data-i18n="login.again"></a>';
      Stepwise.localize(line);
      Stepwise.announce(Stepwise.say("login.ended"));
    }
    known = Boolean(found);
  }

  const before = Stepwise.mountSidebar;
  Stepwise.mountSidebar = (part) => {
    before(part);
    line = document.createElement("div");
    line.className = "side-person";
    part.element.querySelector(".side").append(line);
    look();
    window.addEventListener("focus", look);
  };
})();
