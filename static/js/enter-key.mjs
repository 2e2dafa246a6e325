/* While the focus is on this itself, Enter presses the one next button of the page. */
export default function enterKey(element) {
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.repeat || event.target !== element) return;
    event.preventDefault();
    document.querySelector(".dock .button--primary").click();
  });
}
