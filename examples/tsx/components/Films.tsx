// Films that aren't in the cart. The page gives it no `client:` directive, so that it is markup and nothing else.

import { euros } from "./lib/money";
import type { FilmsProps } from "./props";

export default function Films({ films, change }: FilmsProps) {
    return (
        <ul class="films">
            {films.map(({ film, title, year, hue, price }) => (
                <li key={film}>
                    <span class="cover" style={{ "--hue": `${hue}` }}>
                        <span class="title">{title}</span>
                        <span class="year">{year}</span>
                    </span>
                    <form method="post" action={change}>
                        <input type="hidden" name="film" value={film} />
                        <button class="plain" name="copies" value={1} aria-label={`Add ${title}`}>Add {euros(price)}</button>
                    </form>
                </li>
            ))}
        </ul>
    );
}
