import "./second.js";
