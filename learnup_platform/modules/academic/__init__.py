"""The school's lists: subjects, grades, mediums, years, batches."""
