"""A micro-model of contact, twice: as one writes it with Mesa, and in columns of NumPy.

Residents stand in a ring; the four nearest on either side are neighbours. On a day everybody who knows the news tells
each neighbour with chance TELL; at the end of the day those who were told know it, and of those who knew it before a
share FORGET has forgotten, told or not. It is another model than Tumen's: it is there for what an agent and a day cost.
"""

NEIGHBOURS = (-4, -3, -2, -1, 1, 2, 3, 4)
TELL = 0.05
FORGET = 0.2
START = 0.1  # share that knows on the first day
