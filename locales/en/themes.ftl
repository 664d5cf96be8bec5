# The names of the book's themes. A theme that a folder of the operator's calls otherwise keeps its name.

themes-spontaneity = Spontaneity
themes-power = Power
themes-economy = Economy
themes-planning = Planning
themes-liberty = Liberty
themes-bureaucracy = Bureaucracy
themes-thought = Thought
themes-institutions = Institutions
themes-revolution = Revolution
themes-federation = Federation
themes-technology = Technology
themes-fear = Fear and security
themes-history = History
