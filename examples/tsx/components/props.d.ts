// The props of the islands, as Rust sends them. Written by isle: change the Rust.

export interface CartItem {
    film: number;
    title: string;
    year: number;
    hue: number;
    price: number;
    copies: number;
}

export interface CartProps {
    items: CartItem[];
    change: string;
}

export interface FilmsProps {
    films: CartItem[];
    change: string;
}

export interface SummaryProps {
    copies: number;
    subtotal: number;
    delivery: number;
    free: number;
}

export interface VisitProps {
}
