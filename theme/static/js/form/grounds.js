/* How one knows: a call and who answered it, a visit, one's own organization, a page. A role, never a name. */

import { field, made, newId, refill, say, tellFault } from "./elements.js";

const SPEAKERS = ["reception", "office", "on-duty", "manager", "volunteer", "line"];
const WHO = { organization: "organization", visit: "visitor", document: "website" };

/** Today on this device. */
export function localDay() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** The questions; `answer()` is `{who, how, day, url}` or null with the faults told. */
export function groundsPart(confirms) {
  const more = made("div");
  const day = made("input", { type: "date", max: localDay(), min: "2000-01-01", "data-day": true });
  day.value = localDay();
  const url = made("input", { type: "url", maxlength: "600", inputmode: "url", placeholder: "https://", "data-url": true });
  const sure = made("input", { type: "checkbox", id: newId(), "data-sure": true });
  sure.checked = confirms;
  const state = { how: "", who: "" };
  const fault = made("p", { class: "field-fault", role: "status" });
  const radios = (name, values, words, chosen) => values.map((value) => {
    const box = made("input", { type: "radio", name, value, id: newId(), onchange: () => chosen(value), [`data-${name}`]: value });
    return made("div", { class: "tick" }, box, made("label", { for: box.id }, say(`${words}.${value}`)));
  });
  const how = made("fieldset", { class: "field" }, made("legend", {}, say("grounds.how")), ...radios("how", ["phone", "visit", "organization", "document"], "how", (value) => {
    Object.assign(state, { how: value, who: WHO[value] || "" });
    refill(more, ...(value === "phone" ? [made("fieldset", { class: "field" }, made("legend", {}, say("grounds.who")), ...radios("who", SPEAKERS, "who", (who) => { state.who = who; }))] : value === "document" ? [field(say("grounds.url"), url)] : []));
  }));
  const part = made("div", {}, how, more, field(say("grounds.day"), day), made("div", { class: "tick" }, sure, made("label", { for: sure.id }, say("grounds.sure"))), fault);

  function answer() {
    const badDay = !/^\d{4}-\d{2}-\d{2}$/.test(day.value) || day.value > localDay();
    const badUrl = state.how === "document" && url.value && !/^https?:\/\/[^\s<>"'\\^`{|}]+$/.test(url.value);
    tellFault(day, badDay ? [say("grounds.badDay")] : [], true);
    if (state.how === "document") tellFault(url, badUrl ? [say("grounds.badUrl")] : [], true);
    fault.textContent = !state.how ? say("grounds.noHow") : !state.who ? say("grounds.noWho") : "";
    fault.dataset.level = fault.textContent ? "error" : "";
    if (badDay || badUrl || fault.textContent) return null;
    return { who: state.who, how: state.how, day: day.value, url: state.how === "document" ? url.value : "", sure: sure.checked };
  }
  return { part, answer };
}
