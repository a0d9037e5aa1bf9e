namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// Something that the user can mend. The text is looked up by <paramref name="Code"/> in the language of
/// whoever reads it, so that rules stay free of words.
/// </summary>
/// <param name="Code">The rule's name, a sentence in PascalCase: <c>ProgramCannotEndBeforeMinimumLife</c>.</param>
/// <param name="Path">The field it is about, or null where it is about the whole.</param>
/// <param name="Arguments">
/// Values for the text, formatted by the reader's culture: <see cref="DayNumber"/>, <see cref="Money"/>,
/// numbers, strings.
/// </param>
public sealed record Error(string Code, string? Path = null, params IReadOnlyList<object> Arguments);
