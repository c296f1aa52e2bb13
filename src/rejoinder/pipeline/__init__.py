"""Sources to record to account: the only place where stages, models and record meet.

The clock, the folder of the model and the number of processes are arguments; nothing here asks the machine for them.
"""
