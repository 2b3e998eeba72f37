// Who is signed in, at the foot of the sidebar, and the way out. Only where the server has people sign in.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  if (!window.StepwiseData.login) return;

  async function show(nav) {
    let found;
    try {
      const answer = await fetch("sign-in/me");
      if (!answer.ok) return;
      found = await answer.json();
    } catch {
      return; // the sidebar says that the server is away
    }
    const line = document.createElement("div");
    line.className = "side-person";
    const name = document.createElement("span");
    name.dir = "auto";
    name.title = found.name;
    if (found.name) name.textContent = found.name;
    else name.dataset.i18n = found.teacher ? "login.as-teacher" : "login.as-student"; // a password says no name
    line.append(name);
    if (found.out) line.insertAdjacentHTML("beforeend", '<form method="post" action="sign-out"><button class="quiet" data-i18n="login.sign-out"></button></form>');
    nav.append(line);
    Stepwise.localize(line);
  }

  const before = Stepwise.mountSidebar;
  Stepwise.mountSidebar = (part) => {
    before(part);
    show(part.element.querySelector(".side"));
  };
})();
