using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace JapanEsimAdvisor.Tests;

/// <summary>One type of an assembly uses another one of it. Types inside a type count as that type.</summary>
/// <param name="From">Full name, with the namespace.</param>
/// <param name="To">Full name, with the namespace.</param>
internal sealed record TypeArrow(string From, string To);

/// <summary>
/// Which types use which, read from a compiled assembly: signatures, attributes, method bodies, and what compilers add
/// for Razor pages.
/// </summary>
internal static class TypeArrows
{
    public static IReadOnlyList<TypeArrow> Of(Assembly assembly) => OfFile(assembly.Location);

    public static IReadOnlyList<TypeArrow> OfFile(string path)
    {
        using var resolver = new DefaultAssemblyResolver();
        foreach (var folder in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(Path.GetDirectoryName)
            .Distinct())
        {
            resolver.AddSearchDirectory(folder);
        }

        using var module = ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver });
        return
        [
            .. module.GetAllTypes()
                .SelectMany(type => UsedBy(type).SelectMany(Parts), (type, used) => (From: Outermost(type), To: used))
                .Where(use => use.To.Scope == module)
                .Select(use => new TypeArrow(use.From.FullName, Outermost(use.To).FullName))
                .Where(arrow => arrow.From != arrow.To)
                .Distinct(),
        ];
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? new[] { parent } : [],
        .. type.Interfaces.Select(one => one.InterfaceType),
        .. UsedBy(type.GenericParameters),
        .. type.Fields.Select(field => field.FieldType),
        .. UsedBy(type.CustomAttributes),
        .. type.Fields.SelectMany(field => UsedBy(field.CustomAttributes)),
        .. type.Properties.SelectMany(property => UsedBy(property.CustomAttributes)),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method) =>
    [
        .. InSignature(method),
        .. UsedBy(method.CustomAttributes),
        .. UsedBy(method.GenericParameters),
        .. method.Parameters.SelectMany(parameter => UsedBy(parameter.CustomAttributes)),
        .. method.HasBody ? UsedBy(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> UsedBy(Mono.Cecil.Cil.MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>(),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [method.DeclaringType, .. InSignature(method), .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, .. InSignature(method)],
            _ => Enumerable.Empty<TypeReference>(),
        }),
    ];

    private static IEnumerable<TypeReference> InSignature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> UsedBy(IEnumerable<GenericParameter> parameters) =>
        parameters.SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType));

    private static IEnumerable<TypeReference> UsedBy(IEnumerable<CustomAttribute> attributes) =>
        attributes.SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    /// <summary>The types that a constructed type is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        TypeSpecification constructed => Parts(constructed.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
