import "./first.js";
