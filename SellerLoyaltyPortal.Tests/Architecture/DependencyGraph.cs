using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// Who uses whom in a compiled assembly, read from its metadata: base types, interfaces, constraints,
/// attributes (with types named in their arguments), fields, signatures, locals, catch clauses and every
/// token in the IL. Nested and compiler-generated types (lambdas, iterators, async) count as their outermost
/// type. Constants and <c>nameof</c> leave no trace in metadata; <see cref="SourceMentions"/> looks for those.
/// </summary>
public sealed partial class DependencyGraph
{
    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly SignatureTypes _signatures;
    private readonly Dictionary<TypeName, HashSet<TypeName>> _uses = [];
    private readonly Dictionary<TypeName, HashSet<string>> _members = [];
    private TypeName _current;

    private DependencyGraph(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _signatures = new SignatureTypes(Add);
    }

    /// <summary>For every type of the assembly, the other types that it uses.</summary>
    public IReadOnlyDictionary<TypeName, HashSet<TypeName>> Uses => _uses;

    /// <summary>For every type of the assembly, the members that its code touches: <c>System.Guid::NewGuid</c>.</summary>
    public IReadOnlyDictionary<TypeName, HashSet<string>> Members => _members;

    public static DependencyGraph Read(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var graph = new DependencyGraph(file);
        foreach (var handle in graph._metadata.TypeDefinitions)
            graph.ReadType(handle);
        foreach (var (type, uses) in graph._uses)
            uses.Remove(type);
        return graph;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        _current = Outermost(handle);
        _uses.TryAdd(_current, []);
        _members.TryAdd(_current, []);
        var type = _metadata.GetTypeDefinition(handle);
        Add(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
            Add(_metadata.GetInterfaceImplementation(implementation).Interface);
        AddConstraints(type.GetGenericParameters());
        AddAttributes(type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            field.DecodeSignature(_signatures, default);
            AddAttributes(field.GetCustomAttributes());
        }
        foreach (var property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
            AddAttributes(property.GetCustomAttributes());
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
            ReadMethod(method);
    }

    private void ReadMethod(MethodDefinition method)
    {
        method.DecodeSignature(_signatures, default);
        AddConstraints(method.GetGenericParameters());
        AddAttributes(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters().Select(_metadata.GetParameter))
            AddAttributes(parameter.GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, default);
        foreach (var region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (var token in MethodBodyTokens.In(body.GetILBytes()!))
            Add(token);
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(_metadata.GetGenericParameter))
        foreach (var constraint in parameter.GetConstraints())
            Add(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(_metadata.GetCustomAttribute))
        {
            Add(attribute.Constructor);
            // A type in an attribute's argument is a string in the blob ("Namespace.Type, Assembly"): its
            // printable text is enough, the arguments' layout is not needed.
            var text = System.Text.Encoding.UTF8.GetString(_metadata.GetBlobBytes(attribute.Value));
            foreach (Match match in SerializedType().Matches(text))
                Use(new TypeName(match.Groups["namespace"].Value, match.Groups["name"].Value));
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Use(Outermost((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Use(Outermost((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                _metadata
                    .GetTypeSpecification((TypeSpecificationHandle)handle)
                    .DecodeSignature(_signatures, default);
                break;
            case HandleKind.MethodDefinition:
                var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                AddMember(method.GetDeclaringType(), method.Name);
                break;
            case HandleKind.FieldDefinition:
                var field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                AddMember(field.GetDeclaringType(), field.Name);
                break;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                AddMember(member.Parent, member.Name);
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(generic.Method);
                generic.DecodeSignature(_signatures, default);
                break;
            case HandleKind.StandaloneSignature:
                _metadata
                    .GetStandaloneSignature((StandaloneSignatureHandle)handle)
                    .DecodeMethodSignature(_signatures, default);
                break;
            default:
                throw new InvalidOperationException($"{_current}: a token of kind {handle.Kind}.");
        }
    }

    private void AddMember(EntityHandle owner, StringHandle name)
    {
        Add(owner);
        if (owner.Kind == HandleKind.TypeReference)
            _members[_current].Add($"{Outermost((TypeReferenceHandle)owner)}::{_metadata.GetString(name)}");
    }

    private void Use(TypeName type) => _uses[_current].Add(type);

    private TypeName Outermost(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } outer)
            type = _metadata.GetTypeDefinition(outer);
        return new(_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    private TypeName Outermost(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
            type = _metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return new(_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    [GeneratedRegex(
        @"(?<namespace>SellerLoyaltyPortal(\.[A-Za-z_]\w*)*)\.(?<name>[A-Za-z_][\w`]*)(\+[\w+`]+)?(?=[,\[\]\x00-\x1f]|$)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SerializedType();
}
