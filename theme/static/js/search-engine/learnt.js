/* Written by bench/search/learn.py. */

/** The share of a question that its best answer covers, below which nothing is known of it. */
export const KNOWN = 0.5;
