using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Layout;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// The question mark at a figure: its formula, what went into it, of which days, prices and source it is, and the way to the
/// word's place in the glossary. Over the page, so that nothing moves; closes on Escape and on a click elsewhere.
/// </summary>
public sealed partial class WhyNumber : ComponentBase
{
    /// <summary>Of the figure, for tests and links.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The figure as it is called on the page.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter, EditorRequired]
    public required string Formula { get; set; }

    /// <summary>The formula in words.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public IReadOnlyList<(string Label, string Value)> Inputs { get; set; } = [];

    /// <summary>Window, as-of date, price base, time zone and source.</summary>
    [Parameter, EditorRequired]
    public required string Basis { get; set; }

    /// <summary>The word's place in the glossary; null where it has none.</summary>
    [Parameter]
    public string? Term { get; set; }

    [CascadingParameter]
    private Trail Trail { get; set; } = Trail.None;
}
