"use strict";

// What a push notification offers to be tapped, in seconds: afterwards nobody waits for it any more.
const PUSH_LIFETIME = 60;

const filter = document.getElementById("filter");
const state = document.getElementById("state");
const things = { calls: [], approvals: [], authenticators: [], sms: [], mails: [] };
const shown = {};

const cards = {
  calls: call => card(call.to, call.at, text(call.text), ...reactions(call)),
  approvals: push => card(push.device, push.at, text(push.text), ...choices(push)),
  authenticators: app => card(app.account || app.device, app.validUntil, element("p", "code", app.code), note(app.device)),
  sms: message => card(message.to, message.at, text(message.text)),
  mails: mail => card(mail.to, mail.at, element("p", "subject", mail.subject), text(mail.text || withoutTags(mail.html))),
};

filter.value = new URLSearchParams(location.search).get("show") ?? "";
filter.form.addEventListener("submit", event => event.preventDefault());
filter.addEventListener("input", () => Object.keys(things).forEach(render));

function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

function text(words) {
  return element("p", "text", words);
}

function note(words) {
  return element("p", "outcome", words);
}

function card(title, time, ...content) {
  const made = document.createElement("article");
  const header = document.createElement("header");
  header.append(element("span", "to", title), element("time", "", new Date(time).toLocaleTimeString()));
  made.append(header, ...content);
  return made;
}

function button(words, label, path, body) {
  const made = element("button", "", words);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.addEventListener("click", () => react(path, body));
  return made;
}

function reactions(call) {
  const path = "calls/" + encodeURIComponent(call.id);
  return call.state !== "RINGING" ? [note(call.state)] : [
    button("Press #", "Press # in the call to " + call.to, path, { key: "#" }),
    button("Hang up", "Hang up the call to " + call.to, path, { hangUp: true }),
  ];
}

function choices(push) {
  if (push.state !== "PENDING") {
    return [note(push.state)];
  }
  if (isOver(push)) {
    return [note("EXPIRED")];
  }
  const path = "approvals/" + encodeURIComponent(push.id);
  return [
    button("Approve", "Approve the request on " + push.device, path, { approve: true }),
    button("Deny", "Deny the request on " + push.device, path, { approve: false }),
  ];
}

function isOver(push) {
  return push.state === "PENDING" && Date.now() - Date.parse(push.at) > PUSH_LIFETIME * 1000;
}

async function react(path, body) {
  await fetch(path, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  await refresh();
}

function withoutTags(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}

function matches(thing) {
  const wanted = filter.value.trim().toLowerCase();
  const digits = wanted.replace(/[\s()-]/g, "");
  const names = [thing.to, thing.device, thing.account].filter(Boolean).map(name => name.toLowerCase());
  return names.some(name => name.includes(wanted) || (digits !== "" && name.includes(digits)));
}

function render(place) {
  const made = things[place].filter(matches).reverse().map(cards[place]);
  document.getElementById(place).replaceChildren(...(made.length ? made : [element("p", "none", "Nothing yet.")]));
}

// A part is drawn anew only if something in it changed, so that a button keeps the focus.
async function refresh() {
  try {
    const places = Object.keys(things);
    const got = await Promise.all(places.map(path => fetch(path).then(answer => answer.json())));
    places.forEach((place, i) => {
      const seen = JSON.stringify([got[i], got[i].map(isOver)]);
      if (seen !== shown[place]) {
        shown[place] = seen;
        things[place] = got[i];
        render(place);
      }
    });
    state.textContent = "";
  } catch {
    state.textContent = "The sandbox does not answer.";
  }
}

async function poll() {
  await refresh();
  setTimeout(poll, 1000);
}

Object.keys(things).forEach(render);
poll();
