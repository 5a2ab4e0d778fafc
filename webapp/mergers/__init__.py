"""Carrying out a municipal reorganisation: what every room keeps of a municipality goes along."""
