using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Configuration section <c>WebOptions</c>: what stands in front of the portal, and what a browser may cost.</summary>
public sealed class WebOptions : IValidatableObject
{
    /// <summary>
    /// Addresses (<c>127.0.0.1</c>) and networks (<c>10.1.0.0/16</c>) of the proxies whose word on a visitor's
    /// address and protocol is taken. Empty: nobody's.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>Open pages (circuits) that one person may have connected at a time; also one address, signed out.</summary>
    [Range(1, 10_000)]
    public int CircuitsPerPerson { get; set; } = 40;

    /// <summary>Circuits of browsers that lost their connection, kept in memory for them to come back to.</summary>
    [Range(0, 100_000)]
    public int DisconnectedCircuits { get; set; } = 200;

    /// <summary>For how long; afterwards the page loads itself anew, at the same point.</summary>
    [Range(0, 1_440)]
    public int DisconnectedMinutes { get; set; } = 3;

    /// <summary>A call of the browser's script that takes longer has failed.</summary>
    [Range(1, 600)]
    public int ScriptSeconds { get; set; } = 30;

    /// <summary>A message of a browser above this ends its circuit; files come in pieces below it.</summary>
    [Range(16, 10_240)]
    public int MessageKilobytes { get; set; } = 32;

    /// <summary>Once started, the portal asks itself for its first pages, so that nobody waits for their making.</summary>
    public bool WarmUp { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var proxy in TrustedProxies)
            if (!System.Net.IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _))
                yield return new(
                    $"WebOptions:TrustedProxies has \"{proxy}\": give an address (127.0.0.1) or a network (10.1.0.0/16).",
                    [nameof(TrustedProxies)]
                );
    }
}
