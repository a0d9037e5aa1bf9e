using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>One click behind a figure: its formula, what went into it, and of which days, prices and source it is.</summary>
public sealed partial class WhyNumber : ComponentBase
{
    /// <summary>Of the figure, for tests and links.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

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
}
