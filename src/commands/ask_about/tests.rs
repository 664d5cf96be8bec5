use crate::commands::fixture::Group;
