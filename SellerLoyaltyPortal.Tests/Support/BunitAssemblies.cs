using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// bunit is compiled against AngleSharp.Diffing 1.x, which our registry does not carry; 0.17.0 has the same
/// members that bunit calls. The runtime refuses a lower version by itself, so it is handed over here.
/// </summary>
internal static class BunitAssemblies
{
    private const string Diffing = "AngleSharp.Diffing";

#pragma warning disable CA2255 // Module initializers in a library: this one is a test assembly, loaded by its runner only.
    [ModuleInitializer]
    internal static void Answer() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == Diffing
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Diffing + ".dll"))
                : null;
#pragma warning restore CA2255
}
