import { h } from "preact";
