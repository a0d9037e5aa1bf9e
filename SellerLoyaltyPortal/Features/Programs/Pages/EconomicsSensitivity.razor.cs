using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The same threshold under other price bases and return rules.</summary>
public sealed partial class EconomicsSensitivity : ComponentBase
{
    /// <summary>Null while it is counted.</summary>
    [Parameter, EditorRequired]
    public required CostDetails? Details { get; set; }

    [Parameter, EditorRequired]
    public required Money Threshold { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    /// <summary>Of the largest difference, for the strength of the colour.</summary>
    private double Share(SensitivityLine line) =>
        Math.Abs((double)line.Difference)
        / Math.Max(1, Details!.Sensitivity.Max(l => Math.Abs(l.Difference)));
}
