// Brings a visitor whose form was refused to the list of what to mend.
document.querySelector("[data-error-summary]")?.focus();
