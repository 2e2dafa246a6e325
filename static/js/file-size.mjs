/* Says at once that a file is too large, before it is sent in vain. */
export default function fileSize(input) {
  const field = input.closest(".field");
  const most = Number(input.dataset.most);
  const told = document.createElement("p");
  told.className = "field__error";
  told.setAttribute("role", "alert");

  input.addEventListener("change", () => {
    const isTooLarge = [...input.files].some((file) => file.size > most);
    told.textContent = isTooLarge ? input.dataset.tooLarge : "";
    if (isTooLarge) {
      input.value = "";
      field.append(told);
    } else {
      told.remove();
    }
  });
}
