CREATE TABLE films (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    original TEXT,
    language TEXT,
    released TEXT NOT NULL,
    director TEXT,
    genre TEXT,
    rating TEXT,
    minutes INTEGER,
    distributor TEXT,
    basis TEXT,
    note TEXT,
    cents INTEGER NOT NULL,
    stock INTEGER NOT NULL,
    hue INTEGER NOT NULL
) STRICT;

-- How many visitors like a film; none, where it has no row.
CREATE TABLE likes (
    film INTEGER PRIMARY KEY REFERENCES films,
    count INTEGER NOT NULL
) STRICT;

CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    published TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL -- as a PHC string, hashed with Argon2id
) STRICT;

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    read INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users,
    created INTEGER NOT NULL DEFAULT (unixepoch())
) STRICT;
