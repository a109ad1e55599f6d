import "../secret.js";
