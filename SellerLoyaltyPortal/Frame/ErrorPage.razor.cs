using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Frame;

/// <summary>What a person sees when a request failed: a reference that stands in the log, and a way back.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier ?? "–";
}
