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
}
