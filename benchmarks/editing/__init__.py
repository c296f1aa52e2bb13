"""The desk under several hands: readers while articles are read in, two editors at once, a server that is killed."""
