using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// Reads signatures for nothing but the types that they name. What a decoded type "is" does not matter, so
/// the decoder's own value is an empty one; the names go to <paramref name="found"/>.
/// </summary>
internal sealed class SignatureTypes(Action<EntityHandle> found)
    : ISignatureTypeProvider<SignatureTypes.Nothing, SignatureTypes.Nothing>
{
    internal readonly struct Nothing;

    public Nothing GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        found(handle);
        return default;
    }

    public Nothing GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        found(handle);
        return default;
    }

    public Nothing GetTypeFromSpecification(
        MetadataReader reader,
        Nothing genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    )
    {
        found(handle);
        return default;
    }

    public Nothing GetArrayType(Nothing elementType, ArrayShape shape) => default;

    public Nothing GetByReferenceType(Nothing elementType) => default;

    public Nothing GetFunctionPointerType(MethodSignature<Nothing> signature) => default;

    public Nothing GetGenericInstantiation(Nothing genericType, ImmutableArray<Nothing> typeArguments) =>
        default;

    public Nothing GetGenericMethodParameter(Nothing genericContext, int index) => default;

    public Nothing GetGenericTypeParameter(Nothing genericContext, int index) => default;

    public Nothing GetModifiedType(Nothing modifier, Nothing unmodifiedType, bool isRequired) => default;

    public Nothing GetPinnedType(Nothing elementType) => default;

    public Nothing GetPointerType(Nothing elementType) => default;

    public Nothing GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

    public Nothing GetSZArrayType(Nothing elementType) => default;
}
