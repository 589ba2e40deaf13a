"""Other libraries at their own work beside Tumen, each a program that bench/peers asks and that answers in JSON.

`epidemic`: Starsim on its own model. `indices`: SALib on outputs that Tumen stored. `calibration`: pyABC with Tumen as
its model. The last two say what they found too, for what is timed must first be the same.
"""
