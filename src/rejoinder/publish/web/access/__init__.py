"""Who may come to the desk, by which names it is reached, and what each may do.

Pages that change something ask for a role by `Depends(require("editor"))`; `current_user` says who is there."""

from rejoinder.publish.web.access.current import csrf_token, current_user, require
from rejoinder.publish.web.access.people import ROLES, Role, User
from rejoinder.publish.web.access.policy import Access

__all__ = ["ROLES", "Access", "Role", "User", "csrf_token", "current_user", "require"]
